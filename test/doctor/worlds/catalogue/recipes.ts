import {HOST} from '../../../support/worlds/open-world.ts';
import {defineWorld} from '../../../support/worlds/world.ts';

/** What the recipes that people follow do to a machine (fact sheet, 10.6). */
export const recipes = [
	defineWorld({
		name: 'the first recipe was followed: the CA as the certificate, over several lines, a relative program',
		fact: ['SEED-000', 'CFG-21', 'CFG-45'],
		cause: ['config-one-line', 'ee-basic-constraints', 'ee-digital-signature'],
		second: ['ee-basic-constraints', 'config-one-line', 'ee-digital-signature'],
		breaks(world) {
			world.use(world.root);
			world.flag('intermediates', undefined);
			const [line = ''] = /^credential_process = .*$/m.exec(world.read(HOST.config)) ?? [];
			world.config(line, line.replaceAll(' --', '\n    --'));
		},
	}),
	defineWorld({
		name: 'the global domain is named as the endpoint',
		fact: ['SEED-000', 'EPT-08'],
		cause: ['order-endpoint', 'network-endpoint'],
		how: {offline: true},
		breaks(world) {
			world.config(/ --endpoint \S+/, ' --endpoint https://rolesanywhere.amazonaws.com');
		},
	}),
	defineWorld({
		name: 'prose and policy spell the agent differently',
		fact: 'SEED-002 pipeline',
		cause: 'session-role-trust',
		async breaks(world) {
			world.use(await world.issue({subject: 'CN=cicdagent,O=Example'}));
			await world.trust(world.policy({Condition: {StringEquals: {'aws:PrincipalTag/x509Subject/CN': 'cicd-agent'}}}));
		},
	}),
	defineWorld({
		name: 'the policy pins an organisation that the driver cannot set',
		fact: 'SEED-002 k8s',
		cause: 'session-role-trust',
		async breaks(world) {
			world.use(await world.issue({subject: 'CN=build-17'}));
			await world.trust(world.policy({Condition: {StringEquals: {'aws:PrincipalTag/x509Subject/O': 'Example'}}}));
		},
	}),
	defineWorld({
		name: 'the heredoc made a dot of the name',
		fact: ['SEED-002 k8s', 'K8S-22'],
		cause: ['session-role-trust', 'ee-common-name-characters'],
		async breaks(world) {
			world.use(await world.issue({subject: 'CN=.,O=Example'}));
		},
	}),
];
