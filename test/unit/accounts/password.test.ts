import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { passwordRefusal } from '../../../src/domain/accounts/password';
import { hashOfPassword, HASHING, isOutdated, isPassword } from '../../../src/api/auth/passwordHash';

describe('a password', () => {
  it.each([
    'password1234',
    'PASSWORD12345',
    '123456789012',
    'aaaaaaaaaaaa',
    'abababababab',
    'qwertyuiop123',
    'qwertyuiopas',
    'abcdefghijkl',
    'lkjihgfedcba',
    'matkhau123456',
    'vietnam2026!',
    'Administrator1',
    'kairyo202612',
    '！！！！！！！！！！！！',
    '12345678901234567890',
  ])('that anybody would try is refused: %s', (password) => {
    expect(passwordRefusal(password, [])).toMatchObject({ code: 'PASSWORD_TOO_COMMON' });
  });

  it.each(['một câu dài chỉ mình tôi biết', 'sông Hương chiều nay', 'v8#kQ!x2Lm9z', 'plain words are fine too'])(
    'of no special composition is taken: %s',
    (password) => {
      expect(passwordRefusal(password, ['lan', 'lan.nguyen@example.gov.vn'])).toBeUndefined();
    },
  );

  it('does not name its owner', () => {
    const names = ['lan', 'Lan.Nguyen@example.gov.vn'];
    expect(passwordRefusal('toi la LAN.NGUYEN day', names)).toMatchObject({ code: 'PASSWORD_NAMES_YOU' });
    expect(passwordRefusal('lanterns in the garden', names)).toBeUndefined();
  });

  it('is judged whatever it is made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 0, maxLength: 200 }), (password) => {
        passwordRefusal(password, ['someone@example.org']);
      }),
    );
  });
});

describe('the hash of a password', () => {
  it('is argon2id in PHC form with the advised parameters and a salt of its own', async () => {
    const [one, other] = await Promise.all([hashOfPassword('sông Hương chiều'), hashOfPassword('sông Hương chiều')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(other);
    expect(await isPassword(one, 'sông Hương chiều')).toBe(true);
    expect(await isPassword(one, 'sông Hương sáng')).toBe(false);
  });

  it('knows a password typed with composed or decomposed letters', async () => {
    const known = await hashOfPassword('tiếng Việt'.normalize('NFC'));
    expect(await isPassword(known, 'tiếng Việt'.normalize('NFD'))).toBe(true);
  });

  it("is no one's where there is no account", async () => {
    expect(await isPassword(undefined, 'anything at all')).toBe(false);
  });

  it('is outdated once the parameters rise', async () => {
    const weak = await hashOfPassword('sông Hương', { memoryCost: 8192, timeCost: 1, parallelism: 1 });
    expect(isOutdated(weak)).toBe(true);
    expect(isOutdated(await hashOfPassword('sông Hương'))).toBe(false);
    expect(isOutdated(await hashOfPassword('sông Hương'), { ...HASHING, timeCost: 3 })).toBe(true);
  });
});
