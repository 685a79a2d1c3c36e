import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const API = process.env['KAIRYO_API'] ?? 'http://127.0.0.1:3000';

/** The pages, built to `dist/web` of the project, where the API serves them from; scripts and styles are files of their own. */
export default defineConfig({
  plugins: [react()],
  resolve: { alias: { 'csv-parse/sync': 'csv-parse/browser/esm/sync' } },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    assetsDir: 'app',
    assetsInlineLimit: 0,
    manifest: 'manifest.json',
  },
  server: { proxy: Object.fromEntries(['/v1', '/docs', '/openapi.json', '/problems'].map((path) => [path, API])) },
});
