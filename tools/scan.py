"""Make a PDF look scanned: page images, skewed and noisy, without a text layer."""

from io import BytesIO

# What a worn office scanner does to a page.
DPI = 160
SKEW_DEGREES = 0.7
NOISE = 9
JPEG_QUALITY = 42


def scanned(pdf: bytes) -> bytes:
    """Return *pdf* as a scanner would have made it; the same bytes on every run."""
    import numpy as np
    import pypdfium2
    from PIL import Image
    from reportlab import rl_config
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    rl_config.useA85 = 0  # images as bytes, not as text a quarter larger
    random = np.random.default_rng(1)
    file = BytesIO()
    canvas = Canvas(file, invariant=1)
    with pypdfium2.PdfDocument(pdf) as clean:
        for page in clean:
            image = page.render(scale=DPI / 72).to_pil().convert("L")
            image = image.rotate(SKEW_DEGREES, Image.Resampling.BICUBIC, fillcolor=250)
            noise = random.normal(0, NOISE, (image.height, image.width))
            pixels = np.clip(np.asarray(image) * 0.93 + 8 + noise, 0, 255).astype(np.uint8)
            jpeg = BytesIO()
            Image.fromarray(pixels).save(jpeg, "JPEG", quality=JPEG_QUALITY)
            jpeg.seek(0)
            width, height = page.get_size()
            canvas.setPageSize((width, height))
            canvas.drawImage(ImageReader(jpeg), 0, 0, width, height)
            canvas.showPage()
    canvas.save()
    return file.getvalue()
