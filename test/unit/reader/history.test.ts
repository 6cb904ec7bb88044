import assert from 'node:assert/strict';
import { MAX_VISITS, visitOf, withCurrent, withVisit, type History } from '../../../src/protocol/history';

const visit = (key: string) => ({ address: { kind: 'topic' as const, key } });
const keys = ({ visits }: History): readonly string[] => visits.map(({ address }) => address.key);

describe('The history of a reader', () => {
  const three = ['b', 'c'].reduce<History>((history, key) => withVisit(history, visit(key)), {
    visits: [visit('a')],
    at: 0,
  });

  it('stands on what was opened last', () => {
    assert.deepEqual(keys(three), ['a', 'b', 'c']);
    assert.equal(visitOf(three).address.key, 'c');
  });

  it('forgets what lay ahead when something else is opened', () => {
    const other = withVisit({ ...three, at: 0 }, visit('d'));
    assert.deepEqual([keys(other), other.at], [['a', 'd'], 1]);
  });

  it('keeps what lies ahead when only the place on the page changes', () => {
    const moved = withCurrent({ ...three, at: 1 }, { ...visit('b'), place: { offset: 40 } });
    assert.deepEqual(keys(moved), ['a', 'b', 'c']);
    assert.equal(visitOf(moved).place?.offset, 40);
  });

  it('drops the oldest when there are many', () => {
    let history: History = { visits: [visit('0')], at: 0 };
    for (let n = 1; n <= MAX_VISITS + 5; n++) history = withVisit(history, visit(String(n)));
    assert.equal(history.visits.length, MAX_VISITS);
    assert.equal(visitOf(history).address.key, String(MAX_VISITS + 5));
  });
});
