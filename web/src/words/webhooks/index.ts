import { useArea } from '../area';
import { webhookWords as en } from './en';
import { webhookWords as ja } from './ja';
import { webhookWords as vi } from './vi';

export type WebhookWord = keyof typeof en;
export const WEBHOOK_WORDS = { en, vi, ja } as const;
export const useWebhookWords = () => useArea<WebhookWord>(WEBHOOK_WORDS);
