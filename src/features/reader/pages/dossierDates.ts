import type { Key } from '../../../core/model';
import type { Shelf } from '../../../core/shelf';
import { finishInTurns } from '../../../host/turns';
import { DateGatherer, type FactDates } from './factDates';

/** The dates of a dossier's facts, by topic. */
export type DossierDates = ReadonlyMap<Key, FactDates>;

/** The dates of dossiers that were gathered. A dossier that changed stands on another shelf. */
const gathered = new WeakMap<Shelf, DossierDates>();

/** Dossiers of at most so many facts are gathered at once: that takes a few milliseconds. */
const FEW_FACTS = 1_000;

/** The dates of a dossier where they are known or quickly found out. */
export function knownDates(shelf: Shelf): DossierDates | undefined {
  const known = gathered.get(shelf);
  if (known || shelf.factCount > FEW_FACTS) return known;
  const steps = gather(shelf);
  while (!steps.next().done);
  return gathered.get(shelf);
}

/** Gathers the dates of a large dossier in turns. */
export function findDates(shelf: Shelf): Promise<void> {
  return finishInTurns(gather(shelf));
}

/** Gathers fact by fact, and keeps the result at the end. */
function* gather(shelf: Shelf): Generator<undefined, void> {
  const byTopic = new Map<Key, DateGatherer>();
  for (const fact of shelf.facts()) {
    const gatherer = byTopic.get(fact.topic) ?? new DateGatherer();
    byTopic.set(fact.topic, gatherer);
    gatherer.add(fact);
    yield undefined;
  }
  gathered.set(shelf, new Map([...byTopic].map(([topic, gatherer]) => [topic, gatherer.dates])));
}
