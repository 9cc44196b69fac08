// Scores a call and a payment through the generated TypeScript client, and checks the generated types against the same events.
import { Configuration, Direction, EventsApi, TransactionStatus } from './typescript';
import type { Assessment } from './typescript';
import type { components } from './schema';

/** Sends an event until its answer is not given in haste. */
async function scored(send: () => Promise<Assessment>): Promise<Assessment> {
  let answer = await send();
  while (answer.degraded) {
    answer = await send();
  }
  return answer;
}

async function score(server: string, key: string): Promise<string> {
  const now = new Date();
  const events = new EventsApi(new Configuration({ basePath: server, accessToken: key }));
  await scored(() => events.scoreCall({
    call: {
      eventId: 'typescript-call',
      personId: 'typescript',
      occurredAt: new Date(now.getTime() - 40 * 60_000),
      direction: Direction.In,
      number: '+447700900123',
      answered: true,
      state: 'ACTIVE',
    },
  }));
  const payment = await scored(() => events.scoreTransaction({
    transaction: {
      eventId: 'typescript-payment',
      personId: 'typescript',
      occurredAt: now,
      direction: Direction.Out,
      amount: '8600.00',
      currency: 'CNY',
      counterparty: { account: '6222020200112233445', kind: 'PERSONAL' },
      purpose: 'TRANSFER',
      channel: 'MOBILE_APP',
      status: TransactionStatus.Attempted,
    },
  }));
  return `${payment.level} ${payment.decision} ${payment.reasons[0].rule}`;
}

export const typed: components['schemas']['Event'] = {
  type: 'transaction',
  eventId: 't-1',
  personId: 'p-1',
  occurredAt: '2026-03-01T14:05:00+08:00',
  direction: 'OUT',
  amount: '8600.00',
  currency: 'CNY',
  status: 'ATTEMPTED',
};

export function reasonsOf(answer: components['schemas']['Assessment']): string[] {
  return answer.reasons.map((reason) => reason.text.en);
}

score(process.argv[2], process.argv[3]).then(console.log, (failure) => {
  console.error(failure);
  process.exit(1);
});
