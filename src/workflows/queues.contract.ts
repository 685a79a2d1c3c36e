/** Task queues. Heavy work (imports, computing over many cases) has its own, so that it cannot delay a reminder. */
export const TASK_QUEUE = 'kairyo';
export const HEAVY_TASK_QUEUE = 'kairyo-heavy';
