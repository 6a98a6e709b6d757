import type {GivenCertificate} from '../../rules/file-set.ts';

const LONGEST = 64;

/** Names of folders for certificates: after their common name as far as that is fit for a file system, each once. */
export class FolderNames {
	readonly #taken = new Set<string>();

	nameFor({certificate}: GivenCertificate): string {
		const [, commonName = ''] = /(?:^|,)CN=([^,+]*)/.exec(certificate.subject.text) ?? [];
		const fit = commonName
			.toLowerCase()
			.replaceAll(/[^a-z0-9._-]+/g, '-')
			.replace(/^[.-]+/, '')
			.slice(0, LONGEST)
			.replace(/[.-]+$/, '');
		const name = fit === '' || RESERVED.test(fit) ? `certificate-${certificate.fingerprint.slice(0, 12)}` : fit;
		return this.#once(name);
	}

	#once(name: string): string {
		for (let count = 1; ; count += 1) {
			const candidate = count === 1 ? name : `${name}-${count}`;
			if (!this.#taken.has(candidate)) {
				this.#taken.add(candidate);
				return candidate;
			}
		}
	}
}

/** Names that mean devices to Windows, and those that files beside the folders may have. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)|\.pem$/;
