import {describe, expect, test} from 'vitest';
import {AwsError} from '../../src/aws/aws-error.ts';
import {createPace, GAP} from '../../src/aws/pace.ts';

/** A clock that only sleeping moves. */
function handClock() {
	let milliseconds = Date.parse('2026-06-01T00:00:00Z');
	const slept: number[] = [];
	return {
		slept,
		now: () => new Date(milliseconds),
		sleep: async (duration: number) => {
			slept.push(duration);
			milliseconds += duration;
		},
	};
}

function refusal(reason: string, status: number): AwsError {
	return new AwsError({operation: 'rolesanywhere:ListProfiles', reason, answer: 'no', status});
}

describe('createPace', () => {
	test('keeps the calls of one family apart, even when they are made at once', async () => {
		const clock = handClock();
		const pace = createPace(GAP, clock);
		const times: number[] = [];
		const call = async () => {
			times.push(clock.now().getTime());
		};

		await Promise.all([pace.run('profiles', call), pace.run('profiles', call), pace.run('profiles', call)]);

		expect(times.map(time => time - (times[0] ?? 0))).toEqual([0, 1100, 2200]);
	});

	test('lets families pass each other', async () => {
		const clock = handClock();
		const pace = createPace(GAP, clock);

		await pace.run('profiles', async () => undefined);
		await pace.run('trust anchors', async () => undefined);

		expect(clock.slept).toEqual([]);
	});

	test('waits for nothing where nobody counts', async () => {
		const clock = handClock();
		const pace = createPace(0, clock);

		await pace.run('profiles', async () => undefined);
		await pace.run('profiles', async () => undefined);

		expect(clock.slept).toEqual([]);
	});

	test.each([
		['a throttle', refusal('ThrottlingException', 400)],
		['too many requests', refusal('Unknown', 429)],
		['a fault of the service', refusal('InternalServerException', 500)],
		['a lock on the service-linked role', refusal('ServiceLinkedRoleLockServiceException', 400)],
	])('tries again after %s, waiting longer each time', async (_case, error) => {
		const clock = handClock();
		let calls = 0;
		const answer = await createPace(0, clock).run('profiles', async () => {
			calls += 1;
			if (calls < 4) {
				throw error;
			}

			return 'done';
		});

		expect(answer).toBe('done');
		expect(clock.slept).toEqual([1000, 2000, 4000]);
	});

	test('gives up on a service that never has time', async () => {
		const error = refusal('ThrottlingException', 400);
		let calls = 0;

		const run = createPace(0, handClock()).run('profiles', async () => {
			calls += 1;
			throw error;
		});

		await expect(run).rejects.toBe(error);
		expect(calls).toBe(6);
	});

	test('passes every other failure on at once, and the family goes on', async () => {
		const pace = createPace(0, handClock());
		const error = refusal('ValidationException', 400);

		await expect(pace.run('profiles', () => Promise.reject(error))).rejects.toBe(error);
		expect(await pace.run('profiles', async () => 'next')).toBe('next');
	});
});
