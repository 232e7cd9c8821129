"""Sentences in, vectors that lie close where the sentences mean the like: an optional extra."""

from reconcile.semantic.encoder import Encoder as Encoder
from reconcile.semantic.encoder import load_encoder as load_encoder
