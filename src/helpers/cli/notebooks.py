"""Execute notebooks on a folder of documents, two at a time, each in a process of its own."""

import os
import signal
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import active_children, get_context, parent_process
from multiprocessing.process import BaseProcess
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from helpers.errors import WorkbookError

if TYPE_CHECKING:
    from nbformat import NotebookNode

AT_A_TIME = 2
SLOWEST_CELL = 600  # seconds
PATIENCE = 3  # seconds
WIDGET = "application/vnd.jupyter.widget-view+json"


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
        A cell fails; the message names notebook and error.
    """
    from helpers.batch import interrupts_held

    with ProcessPoolExecutor(AT_A_TIME, mp_context=get_context("spawn"), initializer=_begin) as pool:
        try:
            with interrupts_held():
                running = [pool.submit(_execute, path, into, parameters) for path in notebooks]
            for future in as_completed(running):
                future.result()
                done()
        except BaseException as error:
            pool.shutdown(wait=False, cancel_futures=True)
            _stop(active_children())
            if isinstance(error, BrokenProcessPool):
                raise WorkbookError("a process that executes notebooks died; free some memory and run again") from None
            raise


def _stop(processes: Sequence[BaseProcess]) -> None:
    """Ask each process to end, so that nbclient stops its kernel, and kill one that does not listen."""
    for process in processes:
        process.terminate()
    for process in processes:
        process.join(PATIENCE)
        process.kill()


def _begin() -> None:
    """Begin a process that executes notebooks: what goes wrong in it comes back as an error; it and its kernel print nothing."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    _end_with_parent()


def _end_with_parent() -> None:
    """Ask this process to end when the one that started it is gone, however that ended, so that no kernel is left."""

    def watch(parent: BaseProcess) -> None:
        parent.join()
        os.kill(os.getpid(), signal.SIGTERM)  # nbclient stops its kernel; where none runs, it may take no notice
        time.sleep(PATIENCE)
        os._exit(1)

    parent = parent_process()
    if parent is not None:
        Thread(target=watch, args=(parent,), daemon=True).start()


def _execute(path: Path, into: Path, parameters: Mapping[str, str]) -> None:
    """Execute one notebook in this process."""
    import nbformat
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, DeadKernelError

    notebook = nbformat.read(path, as_version=4)
    _set_parameters(notebook, parameters)
    client = NotebookClient(
        notebook,
        timeout=SLOWEST_CELL,
        record_timing=False,
        store_widget_state=False,
        shutdown_kernel="immediate",
        resources={"metadata": {"path": str(path.parent)}},
    )
    try:
        client.execute(transport_encryption="auto")
    except CellExecutionError as error:
        raise WorkbookError(f"a cell stopped with {error.ename}: {error.evalue}", path=path.name) from None
    except (DeadKernelError, TimeoutError):
        raise WorkbookError("its kernel died or did not answer; free some memory and run again", path=path.name) from None
    _leave_out(notebook)
    nbformat.write(notebook, into / path.name)


def _leave_out(notebook: "NotebookNode") -> None:
    """Drop what differs each time: which Python it was, and widgets, which only their kernel can draw; words stand for them."""
    notebook.metadata["language_info"] = {"name": "python"}
    notebook.metadata.pop("widgets", None)
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            output.get("data", {}).pop(WIDGET, None)


def _set_parameters(notebook: "NotebookNode", values: Mapping[str, str]) -> None:
    """Put a cell with other values behind the cell tagged ``parameters``; without values or such a cell nothing changes."""
    from nbformat.v4 import new_code_cell

    for place, cell in enumerate(notebook.cells):
        if values and "parameters" in cell.metadata.get("tags", []):
            source = "\n".join(f"{name} = {value!r}" for name, value in values.items())
            added = new_code_cell(source, id="injected-parameters", metadata={"tags": ["injected-parameters"]})
            notebook.cells.insert(place + 1, added)
            return
