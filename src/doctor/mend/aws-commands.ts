import {shellWord} from '../../shell-word.ts';
import type {MappingGoal} from './mend.ts';

/** Commands of the AWS CLI for whoever administers the account, complete and quoted. */
export interface AwsCommands {
	enable(arn: string): string;
	disable(arn: string): string;
	/** @param policy - JSON. */
	updateTrustPolicy(roleArn: string, policy: string): string;
	createRole(roleArn: string, policy: string): string;
	updateMaxSessionDuration(roleArn: string, seconds: number): string;
	/** The whole list; it replaces what is there. */
	updateRoles(profileArn: string, roleArns: readonly string[]): string;
	/** @param before - What is mapped now. */
	mapAttributes(profileArn: string, before: MappingGoal, goal: MappingGoal): string;
	/** @param certificates - PEM. */
	updateTrustAnchor(arn: string, certificates: string): string;
}

/**
 * The commands, with the CLI profile that administers where one was named. Of a Roles Anywhere resource the region is
 * that of its ARN.
 */
export function awsCommands({adminProfile}: {readonly adminProfile?: string | undefined}): AwsCommands {
	const admin = adminProfile === undefined ? [] : ['--profile', adminProfile];
	const command = (...words: readonly string[]): string => ['aws', ...words, ...admin].map(shellWord).join(' ');
	const regional = (operation: string, arn: string, ...words: readonly string[]): string =>
		command('rolesanywhere', operation, ...idOf(arn), ...words, '--region', arn.split(':')[3] ?? '');
	return {
		enable: arn => regional(`enable-${nounOf(arn)}`, arn),
		disable: arn => regional(`disable-${nounOf(arn)}`, arn),
		updateTrustPolicy: (roleArn, policy) =>
			command('iam', 'update-assume-role-policy', '--role-name', nameOf(roleArn), '--policy-document', policy),
		createRole(roleArn, policy) {
			const [, path = '/'] = /:role(\/(?:.*\/)?)[^/]+$/.exec(roleArn) ?? [];
			const where = path === '/' ? [] : ['--path', path];
			return command(
				...['iam', 'create-role', '--role-name', nameOf(roleArn), ...where],
				...['--assume-role-policy-document', policy],
			);
		},
		updateMaxSessionDuration: (roleArn, seconds) =>
			command('iam', 'update-role', '--role-name', nameOf(roleArn), '--max-session-duration', String(seconds)),
		updateRoles: (profileArn, roleArns) => regional('update-profile', profileArn, '--role-arns', ...roleArns),
		mapAttributes(profileArn, before, {certificateField, specifiers}) {
			const which = ['--certificate-field', certificateField];
			const gone = before.specifiers.filter(specifier => !specifiers.includes(specifier));
			return gone.length > 0 && specifiers.every(specifier => before.specifiers.includes(specifier))
				? regional('delete-attribute-mapping', profileArn, ...which, '--specifiers', ...gone)
				: regional(
						'put-attribute-mapping',
						profileArn,
						...[...which, '--mapping-rules', ...specifiers.map(specifier => `specifier=${specifier}`)],
					);
		},
		updateTrustAnchor(arn, certificates) {
			const source = {sourceType: 'CERTIFICATE_BUNDLE', sourceData: {x509CertificateData: certificates}};
			return regional('update-trust-anchor', arn, '--source', JSON.stringify(source));
		},
	};
}

/** `trust-anchor`, `profile` or `crl`, as names of operations have it. */
function nounOf(arn: string): string {
	return /:(trust-anchor|profile|crl)\//.exec(arn)?.[1] ?? 'profile';
}

function idOf(arn: string): readonly string[] {
	return [`--${nounOf(arn)}-id`, nameOf(arn)];
}

function nameOf(arn: string): string {
	return arn.slice(arn.lastIndexOf('/') + 1);
}
