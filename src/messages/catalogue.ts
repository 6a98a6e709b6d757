import type {KnownMessage} from './message.ts';
import {serviceMessages} from './service.ts';

/** Every message that is known, of every speaker. */
export const catalogue: readonly KnownMessage[] = [...serviceMessages];
