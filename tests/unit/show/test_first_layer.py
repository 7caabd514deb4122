"""What a page's card names besides its gravest finding."""

from helpers.show.report.first import _also
from helpers.show.standing import Proposal


def test_a_kind_of_finding_is_named_once_whatever_its_severities(claim_in, found):
    one = claim_in("a", "no rest needed", "no rest")
    findings = [found(severity, one, reason=f"Reason {number}.") for number, severity in enumerate(("high", "medium", "medium"))]
    nothing = Proposal(source_id="a", action="hold", worst=None, counts={})
    (told,) = _also(nothing, findings)
    assert told.endswith("(3)")
