# The app, for `compose.yaml`: not as root, on a root that may be read-only, its library a volume.
# requirements.lock holds files for linux/amd64 and this Python.
FROM python:3.11-slim AS built
# An index with torch without CUDA, whose address PyTorch tells: with CUDA the image would be four times as large.
ARG TORCH_INDEX
RUN python -m venv /opt/motesminne
COPY requirements.lock /tmp/
RUN /opt/motesminne/bin/pip install --no-cache-dir ${TORCH_INDEX:+--extra-index-url "$TORCH_INDEX"} \
      --require-hashes -r /tmp/requirements.lock
COPY pyproject.toml README.md LICENSE /tmp/motesminne/
COPY rag /tmp/motesminne/rag
COPY ingest /tmp/motesminne/ingest
COPY eval /tmp/motesminne/eval
COPY ui /tmp/motesminne/ui
RUN /opt/motesminne/bin/pip install --no-cache-dir --no-deps --no-build-isolation /tmp/motesminne

FROM python:3.11-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends tesseract-ocr tesseract-ocr-swe \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --uid 10001 --no-create-home --home-dir /library --shell /usr/sbin/nologin motesminne \
 && install --directory --owner motesminne --mode 0700 /library /vectors
COPY --from=built /opt/motesminne /opt/motesminne
ENV PATH=/opt/motesminne/bin:$PATH \
    MOTESMINNE_LIBRARY=/library/bibliotek \
    PYTHONDONTWRITEBYTECODE=1 \
    HF_HUB_OFFLINE=1
USER 10001
VOLUME /library
EXPOSE 8501
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:8501/_stcore/health', timeout=4)"]
# Whoever starts it says who may come in: see compose.yaml and docs/operations.md.
ENTRYPOINT ["motesminne"]
CMD ["serve", "--no-browser", "--host", "0.0.0.0"]
