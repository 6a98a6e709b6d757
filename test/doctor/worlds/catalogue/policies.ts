import type {OpenWorld} from '../../../support/worlds/open-world.ts';
import {defineWorld} from '../../../support/worlds/world.ts';

const CN = 'aws:PrincipalTag/x509Subject/CN';
const ISSUER = 'aws:PrincipalTag/x509Issuer/CN';

/** Trust policies that do not let the certificate in. */
export const policies = [
	defineWorld({
		name: 'the trust policy wants another common name',
		fact: ['ERR-10', '6.6 unable to assume role', 'SEED-002 pipeline'],
		cause: 'session-role-trust',
		breaks: world => compare(world, {StringEquals: {[CN]: 'build17'}}),
	}),
	defineWorld({
		name: 'the trust policy compares a pattern letter for letter',
		fact: 'ERR-10',
		cause: 'session-role-trust',
		breaks: world => compare(world, {StringEquals: {[CN]: 'build-*'}}),
	}),
	defineWorld({
		name: 'the trust policy wants the issuer to be the root, not the issuing CA',
		fact: 'ERR-10',
		cause: 'session-role-trust',
		breaks: world => compare(world, {StringEquals: {[ISSUER]: 'Build CA'}}),
	}),
	defineWorld({
		name: 'the trust policy names another trust anchor',
		fact: ['ERR-10', '6.6 region mismatch'],
		cause: 'session-role-trust',
		breaks: world =>
			world.trust(
				world.policy({
					Condition: {ArnEquals: {'aws:SourceArn': world.trustAnchorArn.replace('us-east-1', 'eu-west-1')}},
				}),
			),
	}),
	defineWorld({
		name: 'the trust policy wants another account',
		fact: 'ERR-10',
		cause: 'session-role-trust',
		breaks: world => world.trust(world.policy({Condition: {StringEquals: {'aws:SourceAccount': '444455556666'}}})),
	}),
	defineWorld({
		name: 'the trust policy does not allow tags',
		fact: 'ERR-10',
		cause: 'session-role-trust',
		breaks: world => world.trust(world.policy({Action: ['sts:AssumeRole', 'sts:SetSourceIdentity']})),
	}),
	defineWorld({
		name: 'the trust policy allows no source identity',
		fact: 'ERR-10',
		cause: 'session-role-trust',
		breaks: world => world.trust(world.policy({Action: ['sts:AssumeRole', 'sts:TagSession']})),
	}),
	defineWorld({
		name: 'the trust policy trusts another service',
		fact: 'ERR-10',
		cause: 'session-role-trust',
		breaks: world => world.trust(world.policy({Principal: {Service: 'ec2.amazonaws.com'}})),
	}),
	defineWorld({
		name: 'the trust policy denies what it allows',
		fact: 'ERR-10',
		cause: 'session-role-trust',
		how: {notFollowed: 'who denied, and why, is for them to say'},
		async breaks(world) {
			const policy: unknown = JSON.parse(world.policy({}));
			const {Statement: allow = []} =
				typeof policy === 'object' && policy !== null && 'Statement' in policy ? policy : {};
			const deny = {
				Effect: 'Deny',
				Principal: '*',
				Action: 'sts:AssumeRole',
				Condition: {StringLike: {[CN]: 'build-*'}},
			};
			await world.trust(JSON.stringify({Version: '2012-10-17', Statement: [allow, deny].flat()}));
		},
	}),
	defineWorld({
		name: 'the trust policy compares a serial number that only another certificate has',
		fact: 'ERR-10',
		cause: 'session-role-trust',
		breaks: world => compare(world, {StringEquals: {'aws:PrincipalTag/x509Subject/OU': 'CI'}}),
	}),
];

function compare(world: OpenWorld, condition: object): Promise<void> {
	return world.trust(world.policy({Condition: {ArnEquals: {'aws:SourceArn': world.trustAnchorArn}, ...condition}}));
}
