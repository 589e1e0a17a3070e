import os
from typing import Any, Optional, Union

__version__: str

class Rows:
    """Rows as columns of Arrow: what takes the PyCapsule interface takes them, as `pyarrow.table(rows)`."""

    def __arrow_c_stream__(self, requested_schema: Optional[object] = None) -> object: ...
    def __arrow_c_schema__(self) -> object: ...
    def __len__(self) -> int: ...

def run(args: list[str]) -> int: ...
def analyse(
    bytes: bytes, name: Optional[str], about: dict[str, Any], config_file: Union[str, os.PathLike[str], None]
) -> list[str]: ...
def make(
    bytes: bytes,
    name: str,
    sheet: Optional[str],
    about: dict[str, Any],
    config_file: Union[str, os.PathLike[str], None],
) -> tuple[str, str, Optional[str]]: ...
def analyse_batch(
    table: Any,
    rows: str,
    jobs: Optional[int],
    from_format: Optional[str],
    max_bytes: Optional[int],
    config_file: Union[str, os.PathLike[str], None],
) -> Rows: ...
