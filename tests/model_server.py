"""A server of ours on the loopback address that speaks the chat interface, well and wrongly, as a test asks it to."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Reply = Callable[["Asked"], "Told"]
Told = tuple[int, dict[str, Any] | str]


class Asked:
    """One question as the server got it."""

    def __init__(self, body: dict[str, Any], key: str, number: int) -> None:
        self.body, self.key, self.number = body, key, number

    @property
    def page(self) -> str:
        """What is asked about."""
        return self.body["messages"][-1]["content"]


def completion(text: str | None, finish: str = "stop", **message: Any) -> Told:
    """Return an answer in the form of the chat interface."""
    choice = {"index": 0, "finish_reason": finish, "message": {"role": "assistant", "content": text, **message}}
    usage = {"prompt_tokens": 1000, "completion_tokens": 100, "total_tokens": 1100}
    return 200, {"id": "1", "object": "chat.completion", "created": 0, "model": "tiny", "choices": [choice], "usage": usage}


def claims(*entries: object) -> Told:
    """Return an answer of claims."""
    return completion(json.dumps({"claims": list(entries)}))


@contextmanager
def serving(reply: Reply) -> Iterator[tuple[str, list[Asked]]]:
    """Serve replies while the block runs; give the address and the list of what was asked."""
    asked: list[Asked] = []
    lock = threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            with lock:
                one = Asked(body, self.headers.get("Authorization", ""), len(asked) + 1)
                asked.append(one)
            status, told = reply(one)
            data = (told if isinstance(told, str) else json.dumps(told)).encode()
            try:
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(data)))
                self.send_header("retry-after-ms", "1")
                self.end_headers()
                self.wfile.write(data)
            except OSError:
                pass  # whoever asked has left

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1", asked
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
