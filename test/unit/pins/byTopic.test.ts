import assert from 'node:assert/strict';
import { pinsByTopic } from '../../../src/core/pins/byTopic';
import type { FoundPin } from '../../../src/core/pins/findAgain';
import { fact, libraryOf, name } from '../support/smallLibrary';
import { pin } from './pins';

const library = libraryOf([name('kim', 'Kim')], [fact('office', 'France opened an office.')]);
const found = (of: FoundPin['pin'], isGone?: true): FoundPin =>
  isGone ? { pin: of, text: of.text, isGone } : { pin: of, text: of.text, key: of.key };

describe('Pins by topic', () => {
  it('stand under their topics, then names, then what is gone; in the order by hand', () => {
    const gone = found(pin('old', { section: 'd/t/s' }), true);
    const kim = found(pin('kim', { kind: 'name' }));
    const section = found(pin('t/s', { kind: 'section' }));
    const topic = found(pin('t', { kind: 'topic' }));
    const office = found(pin('office'));
    assert.deepEqual(pinsByTopic(library, [gone, kim, section, office, topic]), [
      { of: 'topic', key: 'd/t', pins: [section, office, topic] },
      { of: 'names', key: 'names', pins: [kim] },
      { of: 'gone', key: 'gone', pins: [gone] },
    ]);
  });

  it('have no groups that are empty', () => assert.deepEqual(pinsByTopic(library, []), []));
});
