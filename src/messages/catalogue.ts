import {clientMessages} from './clients.ts';
import {controlPlaneMessages} from './control-plane.ts';
import type {KnownMessage} from './message.ts';
import {officialHelperMessages} from './official-helper.ts';
import {ownHelperMessages} from './own-helper.ts';
import {serviceMessages} from './service.ts';
import {systemMessages} from './system.ts';

/** Every message that is known, of every speaker. */
export const catalogue: readonly KnownMessage[] = [
	...serviceMessages,
	...controlPlaneMessages,
	...officialHelperMessages,
	...ownHelperMessages,
	...systemMessages,
	...clientMessages,
];
