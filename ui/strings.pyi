# What type checkers read in place of strings.py: the names and types of the Swedish table.
from ui.texts.swedish.adding import *
from ui.texts.swedish.answers import *
from ui.texts.swedish.app import *
from ui.texts.swedish.asking import *
from ui.texts.swedish.changing import *
from ui.texts.swedish.evaluating import *
from ui.texts.swedish.figures import *
from ui.texts.swedish.meeting import *
from ui.texts.swedish.meetings import *
from ui.texts.swedish.registers import *
from ui.texts.swedish.signing_in import *
from ui.texts.swedish.status import *
from ui.texts.swedish.streamlit import *
from ui.texts.swedish.told import *
