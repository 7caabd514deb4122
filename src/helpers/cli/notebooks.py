"""Execute notebooks on a folder of documents, two at a time."""

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import active_children, get_context
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, DeadKernelError

from helpers.batch import interrupts_held
from helpers.errors import WorkbookError

AT_A_TIME = 2
SLOWEST_CELL = 600  # seconds


def execute_all(
    notebooks: Iterable[Path], into: Path, *, parameters: Mapping[str, str], done: Callable[[], object] = lambda: None
) -> None:
    """Execute notebooks where they stand and save them with their outputs.

    Parameters
    ----------
    notebooks : iterable of Path
    into : Path
        The folder to save to.
    parameters : mapping of str to str
        Values that go before those of the cell tagged ``parameters``.
    done : callable
        Called after each notebook.

    Raises
    ------
    WorkbookError
        A cell fails; the message names notebook, cell and error.
    """
    with ProcessPoolExecutor(AT_A_TIME, mp_context=get_context("spawn")) as pool:
        try:
            with interrupts_held():
                running = [pool.submit(_execute, path, into, parameters) for path in notebooks]
            for future in as_completed(running):
                future.result()
                done()
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            for process in active_children():
                process.terminate()  # nbclient then stops its kernel
            raise


def _execute(path: Path, into: Path, parameters: Mapping[str, str]) -> None:
    notebook = nbformat.read(path, as_version=4)
    set_parameters(notebook, parameters)
    client = NotebookClient(
        notebook,
        timeout=SLOWEST_CELL,
        record_timing=False,
        shutdown_kernel="immediate",
        resources={"metadata": {"path": str(path.parent)}},
    )
    try:
        client.execute(transport_encryption="auto")
    except CellExecutionError as error:
        raise WorkbookError(f"a cell stopped with {error.ename}: {error.evalue}", path=path.name) from None
    except (DeadKernelError, TimeoutError):
        raise WorkbookError("its kernel died or did not answer; free some memory and run again", path=path.name) from None
    nbformat.write(notebook, into / path.name)


def set_parameters(notebook: nbformat.NotebookNode, values: Mapping[str, str]) -> None:
    """Put a cell with other values behind the cell tagged ``parameters``; a notebook without one stays as it is."""
    for place, cell in enumerate(notebook.cells):
        if "parameters" in cell.metadata.get("tags", []):
            source = "\n".join(f"{name} = {value!r}" for name, value in values.items())
            added = nbformat.v4.new_code_cell(source, id="injected-parameters", metadata={"tags": ["injected-parameters"]})
            notebook.cells.insert(place + 1, added)
            return
