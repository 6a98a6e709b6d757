import {LOOPBACK} from './server.ts';
import type {RehearsalState} from './state.ts';

/** In every answer: tells one start of a rehearsal from another, and from other programs at its port. */
export const INSTANCE_HEADER = 'x-anchorsmith-rehearsal';

/** All that is needed to use a rehearsal, in this process or another. */
export interface RehearsalAccess {
	/** Such as `http://127.0.0.1:40001`; the same for every emulated service. */
	readonly endpoint: string;
	readonly port: number;
	readonly region: string;
	/** Twelve digits. */
	readonly accountId: string;
	/** What administers the emulated account. Good for nothing else. */
	readonly adminCredentials: {readonly accessKeyId: string; readonly secretAccessKey: string};
	/** Variables that lead the AWS CLI, the SDKs and this program to it. */
	readonly environment: Readonly<Record<RehearsalVariable, string>>;
}

export type RehearsalVariable =
	| 'AWS_ENDPOINT_URL'
	| 'AWS_ACCESS_KEY_ID'
	| 'AWS_SECRET_ACCESS_KEY'
	| 'AWS_REGION'
	| 'AWS_DEFAULT_REGION'
	| 'ANCHORSMITH_REHEARSAL';

/** How to use the rehearsal of this account at this port. */
export function accessTo({accountId, region, admin}: RehearsalState, port: number): RehearsalAccess {
	const endpoint = `http://${LOOPBACK}:${port}`;
	const {accessKeyId, secretAccessKey} = admin;
	return {
		endpoint,
		port,
		region,
		accountId,
		adminCredentials: {accessKeyId, secretAccessKey},
		environment: {
			AWS_ENDPOINT_URL: endpoint,
			AWS_ACCESS_KEY_ID: accessKeyId,
			AWS_SECRET_ACCESS_KEY: secretAccessKey,
			AWS_REGION: region,
			AWS_DEFAULT_REGION: region,
			ANCHORSMITH_REHEARSAL: endpoint,
		},
	};
}
