import type {Rehearsal} from '../../../src/rehearsal/create-rehearsal.ts';
import {isRecord} from '../../../src/rehearsal/shape.ts';
import {call} from '../rehearsal.ts';

/** What an administrator types at an account. Everything throws what is refused. */
export interface Administrator {
	/** A call of the Roles Anywhere control plane, such as `POST /profile/ID/disable`. */
	rolesAnywhere(
		target: `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`,
		body?: object,
		query?: Readonly<Record<string, string | string[]>>,
	): Promise<Readonly<Record<string, unknown>>>;
	/** An action of IAM with its parameters. */
	iam(action: string, parameters: Readonly<Record<string, string>>): Promise<void>;
}

/** The administrator of a rehearsal, whose clock is given. */
export function administratorOf(rehearsal: Rehearsal, now: () => Date): Administrator {
	return {
		async rolesAnywhere(target, body, query = {}) {
			const [method = '', path = ''] = target.split(' ');
			const answer = await call(rehearsal, {
				...{service: 'rolesanywhere', method, path, query, at: now()},
				...(body && {body}),
			});
			if (answer.status >= 300) {
				throw new Error(`${target}: ${answer.body}`);
			}

			const value: unknown = answer.body === '' ? {} : JSON.parse(answer.body);
			return isRecord(value) ? value : {};
		},
		async iam(action, parameters) {
			const body = new URLSearchParams({Version: '2010-05-08', Action: action, ...parameters}).toString();
			const answer = await call(rehearsal, {service: 'iam', method: 'POST', body, at: now()});
			if (answer.status >= 300) {
				throw new Error(`${action}: ${answer.body}`);
			}
		},
	};
}
