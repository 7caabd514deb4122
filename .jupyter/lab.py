"""JupyterLab as `make lab` and the browser tests start it: on this machine only, and asking nobody for news."""

from pathlib import Path

c = get_config()  # noqa: F821  (JupyterLab puts it here)
here = Path(__file__).resolve().parent
c.ServerApp.ip = "127.0.0.1"
c.ServerApp.allow_root = True
c.ServerApp.root_dir = str(here.parent)
c.LabApp.default_url = "/lab/tree/notebooks/00_start_here.ipynb"
c.LabApp.app_settings_dir = str(here)
c.LabApp.check_for_updates_class = "jupyterlab.NeverCheckForUpdate"
c.LabApp.news_url = None
c.LabApp.extension_manager = "readonly"
