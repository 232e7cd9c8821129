"""Claims in, how alike two of them are told out: a small language model of this library's own."""

from reconcile.semantic.ahead import read_ahead as read_ahead
from reconcile.semantic.encoder import Encoder as Encoder
from reconcile.semantic.encoder import Likeness as Likeness
from reconcile.semantic.encoder import load_encoder as load_encoder
