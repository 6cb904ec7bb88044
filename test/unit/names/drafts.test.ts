import assert from 'node:assert/strict';
import {
  draftNames,
  draftsOf,
  f1,
  ourFinder,
  precision,
  recall,
  scoreDrafts,
} from '../../bench/names/drafts';

describe('The labelled drafts', () => {
  const all = [...draftsOf('develop'), ...draftsOf('report')];

  it('are at least forty', () => {
    assert.ok(all.length >= 40, `${all.length} drafts`);
  });

  it('label only names that there are', () => {
    const { bundled, extra } = draftNames();
    const ids = {
      bundled: new Set(bundled.map((name) => name.id)),
      extra: new Set(extra.map((name) => name.id)),
    };
    const unknown = all.flatMap((draft) =>
      draft.labels.flatMap((label) =>
        label.ids.filter((id) => !ids[draft.names].has(id)).map((id) => `${draft.file}: ${id}`),
      ),
    );
    assert.deepEqual(unknown, []);
  });

  it('are read as well as when this was written, so that a change which reads worse is seen', () => {
    const { all: tally, mistakes } = scoreDrafts(draftsOf('develop'), ourFinder());
    const worst = mistakes
      .slice(0, 5)
      .map((each) => `${each.draft}: ${each.kind} ${each.text} (${each.rule})`);
    const figures = `P ${precision(tally).toFixed(4)} R ${recall(tally).toFixed(4)} F1 ${f1(tally).toFixed(4)}\n${worst.join('\n')}`;
    assert.ok(f1(tally) >= FLOOR, figures);
  });
});

/** What the drafts to develop on scored; raise it with the rules. */
const FLOOR = 0.99;
