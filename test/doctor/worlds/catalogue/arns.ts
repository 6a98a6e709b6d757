import {defineWorld} from '../../../support/worlds/world.ts';

/** ARNs that are wrong in themselves, or do not belong together. */
export const arns = [
	defineWorld({
		name: 'the profile is one of another region',
		fact: ['ERR-07', '6.3 trust anchor and profile regions', '6.6 region mismatch', '6.6 Order 6'],
		cause: 'order-one-region',
		breaks: world => world.flag('profile-arn', world.profileArn.replace('us-east-1', 'eu-central-1')),
	}),
	defineWorld({
		name: 'the trust anchor is one of another region',
		fact: ['ERR-06', '6.6 region mismatch'],
		cause: 'order-one-region',
		breaks: world => world.flag('trust-anchor-arn', world.trustAnchorArn.replace('us-east-1', 'eu-central-1')),
	}),
	defineWorld({
		name: 'the profile is one of another account',
		fact: 'ERR-07',
		cause: 'order-one-account',
		breaks: world => world.flag('profile-arn', world.profileArn.replace('111122223333', '444455556666')),
	}),
	defineWorld({
		name: 'the role is one of another account',
		fact: 'ERR-08',
		cause: 'order-one-account',
		breaks: world => world.flag('role-arn', world.roleArn.replace('111122223333', '444455556666')),
	}),
	defineWorld({
		name: 'the role is one of another partition',
		fact: 'ERR-08',
		cause: 'order-one-account',
		breaks: world => world.flag('role-arn', world.roleArn.replace('arn:aws:', 'arn:aws-cn:')),
	}),
	defineWorld({
		name: 'trust anchor and profile are exchanged',
		fact: ['ERR-15', '6.3 failed to parse'],
		cause: 'order-arn-kinds',
		breaks(world) {
			world.flag('trust-anchor-arn', world.profileArn);
			world.flag('profile-arn', world.trustAnchorArn);
		},
	}),
	defineWorld({
		name: 'the role is named without its ARN',
		fact: 'ERR-15',
		cause: 'order-arn-kinds',
		breaks: world => world.flag('role-arn', 'Uploader'),
	}),
	defineWorld({
		name: 'the ARN of the trust anchor was cut short',
		fact: ['ERR-15', '6.3 failed to parse'],
		cause: 'order-arn-kinds',
		breaks: world => world.flag('trust-anchor-arn', world.trustAnchorArn.slice(0, -4)),
	}),
	defineWorld({
		name: 'the role is given as an instance profile',
		fact: ['ERR-15', 'SEED-003'],
		cause: 'order-arn-kinds',
		breaks: world => world.flag('role-arn', world.roleArn.replace(':role/', ':instance-profile/')),
	}),
	defineWorld({
		name: 'the profile is not named',
		fact: '6.3 failed to parse',
		cause: 'order-arns-named',
		breaks: world => world.flag('profile-arn', undefined),
	}),
	defineWorld({
		name: 'the certificate is not named',
		fact: '6.3 undefined certificate value',
		cause: 'order-certificate-named',
		breaks: world => world.flag('certificate', undefined),
	}),
	defineWorld({
		name: 'the duration is less than a quarter of an hour',
		fact: ['ERR-15', 'ERR-26', '6.6 unsupported duration'],
		cause: ['order-duration', 'session-parameters'],
		breaks: world => world.flag('role-arn', `${world.roleArn} --session-duration 300`),
	}),
	defineWorld({
		name: 'the duration is more than twelve hours',
		fact: ['ERR-15', 'ERR-26', '6.6 unsupported duration'],
		cause: ['order-duration', 'session-parameters'],
		breaks: world => world.flag('role-arn', `${world.roleArn} --session-duration 86400`),
	}),
];
