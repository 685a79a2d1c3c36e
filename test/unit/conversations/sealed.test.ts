import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { CannotOpen, createSealer, masterKeysFrom } from '../../../src/store/sealed';

const key = () => randomBytes(32).toString('base64');
const first = key();
const sealer = createSealer(masterKeysFrom(first));
const TEXT = 'Quý tới nhận thêm hai hồ sơ phức tạp.';

describe('a sealed text', () => {
  it('opens with its key in its place, and is another one each time', () => {
    const own = sealer.newKey('talk-1');
    const [one, two] = [sealer.seal(own, TEXT, 'talk-1/note-1/binh'), sealer.seal(own, TEXT, 'talk-1/note-1/binh')];
    expect(sealer.open(own, one, 'talk-1/note-1/binh')).toBe(TEXT);
    expect(one).not.toBe(two);
    expect(Buffer.from(one, 'base64').toString('utf8')).not.toContain('hồ sơ');
  });

  it('opens nowhere else: not in another conversation, by another author, changed, or under another key', () => {
    const [own, other] = [sealer.newKey('talk-1'), sealer.newKey('talk-2')];
    const text = sealer.seal(own, TEXT, 'talk-1/note-1/binh');
    const bytes = Buffer.from(text, 'base64');
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    expect(() => sealer.open(own, text, 'talk-2/note-1/binh')).toThrow(CannotOpen);
    expect(() => sealer.open(own, text, 'talk-1/note-1/head')).toThrow(CannotOpen);
    expect(() => sealer.open(other, text, 'talk-2/note-1/binh')).toThrow(CannotOpen);
    expect(() => sealer.open(own, bytes.toString('base64'), 'talk-1/note-1/binh')).toThrow(CannotOpen);
    expect(() => sealer.open(own, 'AAAA', 'talk-1/note-1/binh')).toThrow(CannotOpen);
  });

  it('a shortened tag does not open it', () => {
    const own = sealer.newKey('talk-1');
    const short = Buffer.from(sealer.seal(own, '', 'talk-1/n/b'), 'base64')
      .subarray(0, 20)
      .toString('base64');
    expect(() => sealer.open(own, short, 'talk-1/n/b')).toThrow(CannotOpen);
  });
});

describe('the master key', () => {
  it('is changed by naming the new one first: old texts open, keys move over, then the old one can go', () => {
    const own = sealer.newKey('talk-1');
    const text = sealer.seal(own, TEXT, 'talk-1/note-1/binh');
    const second = key();
    const both = createSealer(masterKeysFrom(`${second}, ${first}`));
    expect(both.open(own, text, 'talk-1/note-1/binh')).toBe(TEXT);
    const moved = both.rewrapped(own, 'talk-1');
    if (moved === undefined) throw new Error('the key was not moved');
    expect(both.rewrapped(moved, 'talk-1')).toBeUndefined();
    const alone = createSealer(masterKeysFrom(second));
    expect(alone.open(moved, text, 'talk-1/note-1/binh')).toBe(TEXT);
    expect(() => alone.open(own, text, 'talk-1/note-1/binh')).toThrow(CannotOpen);
  });

  it('of another length is refused, naming the variable', () => {
    expect(() => masterKeysFrom(randomBytes(16).toString('base64'))).toThrow(/KAIRYO_NOTES_KEY .* 16 bytes/);
    expect(() => masterKeysFrom(' , ')).toThrow(/KAIRYO_NOTES_KEY is empty/);
  });
});
