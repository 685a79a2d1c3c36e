import { Router } from 'express';
import type { Request, Response } from 'express';
import { inWords, type Language } from '../../domain/shared/language';
import { languageOf } from '../http/language';
import { sendPage } from './policy';

const CSS = `:root { color-scheme: light dark; }
.kairyo { margin: 4rem auto; max-width: 40rem; padding: 0 1.25rem; font: 1.0625rem/1.6 system-ui, sans-serif; }
.kairyo h1 { font-size: 2.25rem; line-height: 1.2; margin: 0 0 .25rem; }
.kairyo .said { font-size: 1.25rem; margin: 0 0 2rem; }
.kairyo li { margin: .5rem 0; }
.kairyo a { color: #0b57d0; }
.kairyo code { background: #8882; padding: .1em .35em; border-radius: .25em; }
@media (prefers-color-scheme: dark) { .kairyo a { color: #a8c7fa; } }
`;

const WORDS = {
  said: {
    vi: 'Cải tiến liên tục theo chu kỳ PDCA cho cơ quan hành chính.',
    en: 'PDCA improvement cycles for public administration.',
    ja: '行政のための PDCA 改善サイクル。',
  },
  what: {
    vi: 'Kairyo giữ mọi thời hạn của một chu kỳ, thu thập số liệu, so sánh dự báo với kết quả, nhắc việc và lưu lịch sử.',
    en: 'Kairyo keeps every date of a cycle, collects its measurements, compares what was predicted with what happened, reminds, and keeps the history.',
    ja: 'Kairyo は改善サイクルのすべての期日を守り、測定値を集め、予測と結果を比べ、督促し、履歴を残します。',
  },
  pages: { vi: 'Mở ứng dụng', en: 'Open the application', ja: 'アプリケーションを開く' },
  notBuilt: {
    vi: 'Các trang của ứng dụng chưa được dựng (npm run build:web); giao diện lập trình (API) vẫn hoạt động.',
    en: 'The pages of the application are not built (npm run build:web); the API works all the same.',
    ja: 'アプリケーションのページはビルドされていません（npm run build:web）。API はそのまま使えます。',
  },
  docs: {
    vi: 'Tài liệu API, thử trực tiếp',
    en: 'API documentation, to read and to try',
    ja: 'API の説明（閲覧と試用）',
  },
  openapi: { vi: 'Mô tả OpenAPI 3.1', en: 'OpenAPI 3.1 document', ja: 'OpenAPI 3.1 文書' },
  health: { vi: 'Tình trạng hoạt động', en: 'Whether it can serve', ja: 'サービスの稼働状況' },
  token: {
    vi: 'Mọi lời gọi tới /v1 cần mã truy cập: <code>Authorization: Bearer …</code>. Mã của quản trị viên được in ra khi khởi động.',
    en: "Every call below /v1 needs a token: <code>Authorization: Bearer …</code>. The administrator's is printed at start.",
    ja: '/v1 以下の呼び出しにはトークンが必要です：<code>Authorization: Bearer …</code>。管理者のトークンは起動時に表示されます。',
  },
} as const;

type About = { readonly version: string; readonly built: boolean };

/**
 * `/about`: what this address is, for people; at `/` the same while the pages are not built, and the links as JSON for
 * whoever asks for that.
 */
export function startPage(about: About): Router {
  const { version } = about;
  const router = Router({ strict: true });
  const sendAbout = (request: Request, response: Response) => sendPage(response, page(languageOf(request), about));
  router.get('/', (request, response) => {
    response.vary('Accept');
    if (request.accepts(['html', 'json']) === 'json')
      response.json({ name: 'Kairyo', version, links: { docs: '/docs', openapi: '/openapi.json', ready: '/readyz' } });
    else sendAbout(request, response);
  });
  router.get('/about', sendAbout);
  router.get('/assets/kairyo.css', (_request, response) => {
    response.type('css').set('Cache-Control', 'max-age=3600').send(CSS);
  });
  router.get('/favicon.ico', (_request, response) => response.redirect(302, '/docs/favicon-32x32.png'));
  return router;
}

function page(language: Language, { version, built }: About): string {
  const say = (key: keyof typeof WORDS) => inWords(WORDS[key], language);
  const link = (to: string, text: string) => `<li><a href="${to}">${text}</a> <code>${to}</code></li>`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Kairyo</title>
<link rel="icon" href="/docs/favicon-32x32.png">
<link rel="stylesheet" href="/assets/kairyo.css">
</head>
<body>
<main class="kairyo">
<h1>Kairyo <span lang="ja">改良</span></h1>
<p class="said">${say('said')}</p>
<p>${say('what')}</p>
${built ? '' : `<p>${say('notBuilt')}</p>`}
<ul>
${built ? link('/', say('pages')) : ''}
${link('/docs', say('docs'))}
${link('/openapi.json', say('openapi'))}
${link('/readyz', say('health'))}
</ul>
<p>${say('token')}</p>
<p>v${version}</p>
</main>
</body>
</html>
`;
}
