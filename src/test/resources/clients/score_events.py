"""Scores a call and a payment through the generated Python client."""

import sys
from datetime import datetime, timedelta, timezone

import quanzu_client
from quanzu_client import Call, Counterparty, Transaction

server, key = sys.argv[1:]
now = datetime.now(timezone.utc)
configuration = quanzu_client.Configuration(host=server, access_token=key)
events = quanzu_client.EventsApi(quanzu_client.ApiClient(configuration))


def scored(score, event):
    """Sends the event until its answer is not given in haste."""
    answer = score(event)
    while answer.degraded:
        answer = score(event)
    return answer


scored(
    events.score_call,
    Call(
        event_id="python-call",
        person_id="python",
        occurred_at=now - timedelta(minutes=40),
        direction="IN",
        number="+447700900123",
        answered=True,
        state="ACTIVE",
    ),
)
payment = scored(
    events.score_transaction,
    Transaction(
        event_id="python-payment",
        person_id="python",
        occurred_at=now,
        direction="OUT",
        amount="8600.00",
        currency="CNY",
        counterparty=Counterparty(account="6222020200112233445", kind="PERSONAL"),
        purpose="TRANSFER",
        channel="MOBILE_APP",
        status="ATTEMPTED",
    ),
)
print(payment.level, payment.decision.value, payment.reasons[0].rule)
