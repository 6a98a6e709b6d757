// Judges pools that are made to cost memory, in a process of its own whose heap is limited.
import {validatePath} from '../../src/rules/validate-path.ts';
import {
	alternativeNames,
	caExtensions,
	certify,
	general,
	hierarchyKey,
	nameConstraints,
	policies,
	policyConstraints,
	policyMappings,
} from './hierarchy.ts';
import {hostileKeys, levelName, mesh, namesakes} from './hostile-pools.ts';
import {hostCertificate, issuerCertificate, pathKeys, pathNames, question} from './path-question.ts';

const [top] = hostileKeys;
const many = (count: number, suffix: string) =>
	Array.from({length: count}, (_, index) => general.dns(`n${index}.${suffix}`));
const some = Array.from({length: 60}, (_, index) => `1.3.6.1.4.1.55555.${index}`);
const policyBomb = [
	policies(some),
	policyMappings(some.flatMap(one => some.map(other => [one, other] as const))),
	policyConstraints({explicit: 0}),
];
const pools = {
	'path-signature': () =>
		question({certificate: hostCertificate('ca', {signer: hierarchyKey()}), intermediates: namesakes(5000)}),
	'path-budget in a mesh': () =>
		question({
			certificate: hostCertificate('ca', {issuer: levelName(0), signer: top}),
			intermediates: mesh(8, 8),
			anchors: [
				certify({
					subject: levelName(8),
					issuer: levelName(8),
					key: top,
					signer: top,
					extensions: caExtensions(top, top),
				}),
			],
			policies: {requireExplicit: true},
		}),
	'path-budget among names': () =>
		question({
			certificate: hostCertificate('ca', {more: [alternativeNames(many(5000, 'example.com'))]}),
			intermediates: [
				issuerCertificate('ca', 'root', {more: [nameConstraints({excluded: many(5000, 'example.org')})]}),
			],
		}),
	'path-policy': () =>
		question({
			certificate: hostCertificate('ca', {issuer: 'CN=P7,O=Example'}),
			intermediates: Array.from({length: 8}, (_, index) =>
				certify({
					subject: `CN=P${index},O=Example`,
					issuer: index === 0 ? pathNames.root : `CN=P${index - 1},O=Example`,
					key: pathKeys.ca,
					signer: index === 0 ? pathKeys.root : pathKeys.ca,
					serial: index + 10,
					extensions: caExtensions(pathKeys.ca, pathKeys.ca, {more: policyBomb}),
				}),
			),
		}),
};
for (const [name, make] of Object.entries(pools)) {
	const [wanted = ''] = name.split(' ');
	const {findings} = validatePath(make());
	const found = findings.map(({rule}) => rule);
	process.stdout.write(`${found.includes(wanted) ? wanted : found.join()}\n`);
}
