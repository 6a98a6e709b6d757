import type {AccountState} from '../decide/account-state.ts';
import {readPem} from '../pki/intake/pem.ts';
import type {RehearsalState} from './state.ts';
import {partitionIn, resourceArn, roleArn} from './store.ts';

/** The emulated account as the decision sees it. */
export function accountStateOf(state: RehearsalState): AccountState {
	return {
		accountId: state.accountId,
		region: state.region,
		partition: partitionIn(state),
		trustAnchors: state.trustAnchors.map(({id, enabled, certificates}) => ({
			arn: resourceArn(state, 'trust-anchor', id),
			isEnabled: enabled,
			certificates: readPem(certificates).blocks.map(({der}) => der),
		})),
		profiles: state.profiles.map(({id, enabled, sessionPolicy, ...profile}) => ({
			arn: resourceArn(state, 'profile', id),
			isEnabled: enabled,
			roleArns: profile.roleArns,
			durationSeconds: profile.durationSeconds,
			acceptRoleSessionName: profile.acceptRoleSessionName,
			managedPolicyArns: profile.managedPolicyArns,
			attributeMappings: profile.attributeMappings,
			...(sessionPolicy !== undefined && {sessionPolicy}),
		})),
		roles: state.roles.map(({path, name, trustPolicy, maxSessionDuration}) => ({
			arn: roleArn(state, path, name),
			trustPolicy,
			maxSessionDuration,
		})),
		crls: state.crls.map(({id, enabled, trustAnchorArn, crlData}) => ({
			arn: resourceArn(state, 'crl', id),
			isEnabled: enabled,
			trustAnchorArn,
			data: Buffer.from(crlData, 'base64'),
		})),
	};
}
