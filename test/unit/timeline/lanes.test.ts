import assert from 'node:assert/strict';
import fc from 'fast-check';
import { stack, stackLabelled } from '../../../src/core/timeline/lanes';
import { anchorOf, moveView, viewOf, viewWith, wholeOf, zoomView } from '../../../src/core/timeline/view';
import { placeDate } from '../../../src/core/timeline/placeDate';

const stretch = fc
  .tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 80 }))
  .map(([from, length]) => ({ from, to: from + length }));
const stretches = fc
  .array(stretch, { maxLength: 60 })
  .map((list) => list.sort((one, other) => one.from - other.from || one.to - other.to));

/** What stands in one lane, by lane. */
function inLanes<T>(items: readonly T[], lanes: readonly (number | undefined)[]): T[][] {
  const byLane: T[][] = [];
  items.forEach((item, at) => {
    const lane = lanes[at];
    if (lane !== undefined) (byLane[lane] ??= []).push(item);
  });
  return byLane;
}

describe('Lanes', () => {
  it('hold no two stretches that come closer than the gap', () => {
    fc.assert(
      fc.property(stretches, fc.nat(10), fc.integer({ min: 1, max: 12 }), (items, gap, most) => {
        const lanes = stack(items, gap, most);
        const byLane = inLanes(items, lanes);
        assert.ok(byLane.length <= most);
        for (const lane of byLane) {
          for (let at = 1; at < lane.length; at++) assert.ok(lane[at - 1]!.to + gap <= lane[at]!.from);
        }
      }),
    );
  });

  it('are no more than there are stretches over one place', () => {
    fc.assert(
      fc.property(stretches, (items) => {
        const lanes = stack(items, 0);
        const used = Math.max(0, ...lanes.map((lane) => lane! + 1));
        const over = items.map(
          ({ from }) => items.filter((each) => each.from <= from && from < each.to).length,
        );
        assert.equal(used, Math.max(0, ...over));
      }),
    );
  });

  it('keep labels clear of the marks and labels beside them, and inside the axis', () => {
    const marks = fc
      .array(fc.tuple(stretch, fc.nat(90)), { maxLength: 60 })
      .map((list) =>
        list
          .map(([mark, label]) => ({ ...mark, label }))
          .sort((one, other) => one.from - other.from || one.to - other.to),
      );
    fc.assert(
      fc.property(marks, fc.nat(8), fc.integer({ min: 1, max: 10 }), (items, gap, most) => {
        const axis = { from: 0, to: 380 };
        const placed = stackLabelled(items, gap, most, axis);
        const all = items.map(({ from, to, label }, at) => ({
          from: placed[at]!.label === 'before' ? from - label : from,
          to: placed[at]!.label === 'after' ? to + label : to,
        }));
        assert.ok(all.every(({ from, to }) => axis.from <= from && to <= axis.to));
        items.forEach(({ from, to, label }, at) => {
          if (placed[at]!.label === 'inside') assert.ok(label > 0 && label <= to - from);
        });
        for (const lane of inLanes(
          all,
          placed.map(({ lane }) => lane),
        )) {
          lane.sort((one, other) => one.from - other.from);
          for (let at = 1; at < lane.length; at++) assert.ok(lane[at - 1]!.to + gap <= lane[at]!.from);
        }
        // A mark is left out only where all lanes are taken.
        const alone = stack(items, gap, most);
        if (!alone.includes(undefined)) assert.ok(placed.every(({ lane }) => lane !== undefined));
      }),
    );
  });
});

describe('The label of a mark', () => {
  const axis = { from: 0, to: 100 };
  const side = (from: number, to: number, label: number): unknown =>
    stackLabelled([{ from, to, label }], 4, 3, axis)[0]!.label;

  it('stands inside a mark that leaves no room beside it, as long as it has room there', () => {
    assert.deepEqual(
      [side(0, 60, 40), side(50, 100, 40), side(0, 100, 40), side(30, 90, 40), side(5, 95, 95)],
      ['after', 'before', 'inside', 'inside', undefined],
    );
  });

  it('stands inside where all lanes are taken, and none beside a mark that is too narrow', () => {
    const marks = [0, 1, 2].map((from) => ({ from, to: 90, label: 50 }));
    const labels = stackLabelled(marks, 4, 2, axis).map(({ lane, label }) => [lane, label]);
    assert.deepEqual(labels, [
      [0, 'inside'],
      [1, 'inside'],
      [undefined, undefined],
    ]);
  });
});

describe('The view of an axis', () => {
  const whole = { from: -100, to: 900 };
  const views = fc
    .tuple(fc.double({ min: -100, max: 800, noNaN: true }), fc.double({ min: 4, max: 1000, noNaN: true }))
    .map(([from, length]) => ({ from, to: Math.min(900, from + length) }))
    .filter((view) => view.to - view.from >= 4);

  it('stays inside the whole, however it is zoomed and moved', () => {
    fc.assert(
      fc.property(
        views,
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: -2000, max: 2000, noNaN: true }),
        (view, factor, share, days) => {
          const around = view.from + share * (view.to - view.from);
          const moved = moveView(view, days, whole);
          assert.ok(Math.abs(moved.to - moved.from - (view.to - view.from)) < 1e-6);
          for (const next of [
            zoomView(view, factor, around, whole),
            moved,
            viewWith(view, around + days, whole),
            viewOf({ from: view.from + days, to: view.to + days }, whole),
          ]) {
            assert.ok(next.from >= whole.from - 1e-6 && next.to <= whole.to + 1e-6);
            assert.ok(next.to - next.from >= 4 - 1e-6);
          }
        },
      ),
    );
  });

  it('keeps the day in place around which it zooms, and shows the day that it is to show', () => {
    const zoomed = zoomView({ from: 0, to: 100 }, 0.5, 25, whole);
    assert.deepEqual(zoomed, { from: 12.5, to: 62.5 });
    const shown = viewWith({ from: 0, to: 100 }, 300, whole);
    assert.deepEqual(shown, { from: 210, to: 310 });
    assert.deepEqual(viewWith(shown, 250, whole), shown);
    assert.deepEqual(viewOf(shown, whole), shown);
  });

  it('keeps in view what it zooms around, all of it while there is room', () => {
    const inside = fc
      .tuple(views, fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0.01, max: 1, noNaN: true }))
      .map(([view, at, size]) => {
        const length = (view.to - view.from) * size;
        const from = view.from + at * (view.to - view.from - length);
        return { view, place: { from, to: Math.min(from + length, view.to) } };
      });
    fc.assert(
      fc.property(inside, fc.double({ min: 0.1, max: 1, noNaN: true }), ({ view, place }, factor) => {
        const { from, to } = zoomView(view, factor, anchorOf(view, place), whole);
        const fits = to - from >= place.to - place.from;
        const [inner, outer] = fits ? [place, { from, to }] : [{ from, to }, place];
        assert.ok(inner.from >= outer.from - 1e-6 && inner.to <= outer.to + 1e-6);
      }),
    );
    const view = { from: 0, to: 100 };
    assert.deepEqual(
      [
        anchorOf(view),
        anchorOf(view, { from: 200, to: 210 }),
        anchorOf(view, { from: 80 }),
        anchorOf(view, { from: -10, to: 110 }),
      ],
      [50, 50, 90, 50],
    );
  });

  it('shows every date that has an end, with room beside it', () => {
    const places = ['1981', '2011-10/..', '../1979'].map((edtf) => placeDate(edtf)!);
    const { from, to } = wholeOf(places);
    assert.ok(from < places[2]!.to! && to > places[1]!.from!);
    assert.ok(wholeOf([]).to > wholeOf([]).from);
  });
});
