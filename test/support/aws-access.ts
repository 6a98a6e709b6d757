import type {AwsAccess} from '../../src/aws/access.ts';

/** Access to a server on this machine with made-up credentials and a clock that needs no waiting. */
export function accessTo(endpoints: AwsAccess['endpoints'], differsBy: Partial<AwsAccess> = {}): AwsAccess {
	return {
		region: 'us-east-1',
		credentials: async () => ({accessKeyId: 'AKIAEXAMPLEEXAMPLE00', secretAccessKey: 'not-a-secret'}),
		endpoints,
		env: {},
		now: () => new Date(),
		sleep: async () => undefined,
		signal: new AbortController().signal,
		...differsBy,
	};
}
