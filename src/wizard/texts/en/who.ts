import {kinds} from '../../../doctor/texts/en.ts';

/** Said where the wizard finds out who administers the account. */
export const who = {
	kinds,
	environment: 'The access keys in the environment',
	usualPlaces: 'the usual places (environment, single sign-on, files)',
	profileNamed: (name: string) => `the AWS CLI profile ${name}`,
	noCredentials: (whose: string) => `There are no AWS credentials in ${whose}.`,
	signedOut: (whose: string) => `The sign-in of ${whose} has ended.`,
	unknownProfile: (name: string) => `There is no AWS CLI profile called ${name}.`,
	profilesFound: (names: readonly string[]) =>
		names.length === 0
			? 'No AWS CLI profile is set up on this machine yet.'
			: `These are set up on this machine: ${names.join(', ')}.`,
	sourceUnreachable: (whose: string, why: string) =>
		`What hands out the credentials of ${whose} cannot be reached: ${why}.`,
	wrongAccount: ({
		accountId,
		arn,
		needed,
		because,
	}: Readonly<Record<'accountId' | 'arn' | 'needed' | 'because', string>>) =>
		`These credentials are for the account ${accountId} (${arn}); ${needed} is needed, because ${because}.`,
	setupIsThere: (name: string) => `the set-up ${name} began there`,
	chooseOther: 'Choose another AWS CLI profile',
	otherSetup: 'Give this set-up another name: --name NAME',
	checkNetwork: 'Check the network and, when there is one, the proxy: echo $HTTPS_PROXY $NO_PROXY',
	rehearse: 'Rehearse without AWS: anchorsmith setup --rehearse',
	renew: 'Renew the credentials the way you got them',
	setClock: 'Set this machine’s clock, then try again',
	runProgram: 'Run the program of credential_process yourself and mend what it says',
	help: {
		'no credentials':
			'Setting up needs credentials that may make trust anchors, roles and Roles Anywhere profiles. They usually come from single sign-on or from access keys, under a name: an AWS CLI profile.',
		'unknown profile': 'The name may be mistyped, or the profile may be in the files of another user.',
		'signed out': 'A sign-in lasts some hours. Sign in again in another window, then try again here.',
		incomplete: 'Some of its settings are missing or do not fit together, so the AWS CLI cannot use it either.',
		'program failed': 'Its credentials come from a program, and that program did not give any.',
		expired: 'Temporary credentials end after some hours. Fetch new ones, then try again.',
		'unknown key':
			'AWS does not know this access key: it may be deleted or disabled, or belong to another partition such as China.',
		'wrong secret':
			'The access key exists, and its secret is another one. It may have been cut off when it was copied.',
		clock: 'Requests to AWS carry the time, and this machine’s clock is wrong by more than five minutes.',
		refused: 'AWS knows these credentials and turned them down, for example because a role may not be assumed by them.',
		unreachable: 'No answer came from AWS. A firewall, a proxy that is not set, or a VPN may be in the way.',
		untrusted: 'Something answered for AWS with a certificate that is not trusted here, often a proxy that opens TLS.',
		unreadable: 'The AWS files or what they name cannot be read.',
		'wrong account':
			'A set-up stays in the account where it began. Take credentials of that account, or give this set-up another name.',
	},
} as const;
