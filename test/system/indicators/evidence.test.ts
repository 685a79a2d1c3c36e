import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { observing } from './observing';
import type { Observing } from './observing';

let at: Observing;
beforeAll(async () => {
  at = await observing();
});
afterAll(() => at.api.close());

const PDF = Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n');
const upload = (name: string, bytes: Buffer, type = 'application/pdf') =>
  at.hoa
    .post(`/v1/evidence?unit=office&name=${encodeURIComponent(name)}`)
    .set('Content-Type', type)
    .send(bytes);
const kept = () => at.api.connection.collection('evidenceFiles.chunks').countDocuments();

describe('a file of evidence', () => {
  it('comes back byte for byte, as a download, under its hash, and proves a figure', async () => {
    const answer = await upload('../../Sổ tiếp nhận\u0000 3.pdf', PDF).expect(201);
    const { id, sha256 } = answer.body as { id: string; sha256: string };
    expect(answer.body).toMatchObject({ name: 'Sổ tiếp nhận 3.pdf', bytes: PDF.length, by: 'hoa', unit: 'office' });
    expect(sha256).toBe(createHash('sha256').update(PDF).digest('hex'));
    expect((await at.head.get(`/v1/evidence/${id}`).expect(200)).body).toEqual(answer.body);
    const file = await at.head.get(`/v1/evidence/${id}/file`).set('Accept', 'application/pdf').expect(200);
    expect(Buffer.from(file.body as Buffer)).toEqual(PDF);
    expect(file.headers).toMatchObject({ 'content-type': 'application/pdf', 'x-content-type-options': 'nosniff' });
    expect(file.headers['content-disposition']).toMatch(
      /^attachment; filename="So tiep nhan 3\.pdf"; filename\*=UTF-8''S/,
    );
    const etag = file.headers['etag'] ?? '';
    await at.head.get(`/v1/evidence/${id}/file`).set('If-None-Match', etag).expect(304);
    const entry = { unit: 'office', period: '2026-01', value: 1, evidence: [id] };
    await at.hoa.post('/v1/indicators/speed/observations', entry).expect(201);
  });

  it('must be what it says', async () => {
    const before = await kept();
    const page = await upload('x.pdf', Buffer.from('<html><script>1</script>')).expect(422);
    expect(page.body).toMatchObject({ code: 'FILE_IS_NOT_WHAT_IT_SAYS' });
    await upload('x.txt', Buffer.from([0xff, 0x00, 0x80]), 'text/plain').expect(422);
    await upload('x.html', PDF, 'text/html').expect(415);
    expect(await kept()).toBe(before);
  });

  it('has a largest size, and a unit that is yours', async () => {
    const before = await kept();
    const large = await upload('x.pdf', Buffer.concat([PDF, Buffer.alloc(21 * 1024 ** 2)])).expect(413);
    expect(large.body).toMatchObject({ code: 'TOO_LARGE' });
    expect(await kept()).toBe(before);
    await at.hoa.post('/v1/evidence?unit=health&name=x').set('Content-Type', 'application/pdf').send(PDF).expect(403);
    await at.head.get('/v1/evidence/none').expect(404);
  });
});
