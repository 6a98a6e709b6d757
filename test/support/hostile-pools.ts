import {caExtensions, certify, type HierarchyKey, hierarchyKey} from './hierarchy.ts';
import {issuerCertificate, pathKeys} from './path-question.ts';

/** A dozen keys, so that thousands of certificates cost no more. */
export const hostileKeys: readonly [HierarchyKey, ...HierarchyKey[]] = [
	hierarchyKey(),
	...Array.from({length: 11}, hierarchyKey),
];

/** The name of the issuers of a level of {@link mesh}. */
export const levelName = (level: number) => `CN=Level ${level},O=Example`;

/** Every key of each level signed by every key of the level above. */
export function mesh(levels: number, width: number): readonly Uint8Array[] {
	return Array.from({length: levels}, (_, level) =>
		hostileKeys.slice(0, width).flatMap(key =>
			hostileKeys.slice(0, width).map((signer, index) =>
				certify({
					subject: levelName(level),
					issuer: levelName(level + 1),
					key,
					signer,
					serial: level * 100 + index + 1,
					extensions: caExtensions(key, signer),
				}),
			),
		),
	).flat();
}

/** Certificates of one name that issue each other, without key identifiers that would tell which. */
export function namesakes(count: number): readonly Uint8Array[] {
	const extensions = caExtensions(pathKeys.other, pathKeys.root).slice(0, 2);
	return Array.from({length: count}, (_, index) =>
		issuerCertificate('ca', 'ca', {
			key: hostileKeys[index % 12] ?? pathKeys.ca,
			signer: hostileKeys[index % 7] ?? pathKeys.ca,
			serial: index + 10,
			extensions,
		}),
	);
}
