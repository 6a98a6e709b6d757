import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {onTestFinished} from 'vitest';
import {Certificate} from '../../src/pki/certificate/certificate.ts';
import {readPem} from '../../src/pki/intake/pem.ts';
import type {CertificateRole} from '../../src/rules/certificate-in-role.ts';
import {judgeCertificate} from '../../src/rules/judge-certificate.ts';

/** A folder in which a recipe is followed; it goes when the test ends. */
export class Recipe {
	readonly folder: string;

	constructor() {
		this.folder = mkdtempSync(path.join(tmpdir(), 'anchorsmith-recipe-'));
		onTestFinished(() => rmSync(this.folder, {recursive: true, force: true}));
	}

	/** Writes a file of the recipe. */
	write(name: string, text: string): void {
		writeFileSync(path.join(this.folder, name), text);
	}

	/** Runs a command line as printed: words split at blanks, quotes taken off, no shell. Returns what it printed. */
	run(line: string, environment: Readonly<Record<string, string>> = {}): string {
		const words = [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
			([, single, double, plain]) => single ?? double ?? plain ?? '',
		);
		const [program = '', ...rest] = words;
		const {status, stdout, stderr, error} = spawnSync(program, rest, {
			cwd: this.folder,
			encoding: 'utf8',
			env: {PATH: process.env['PATH'] ?? '', HOME: this.folder, ...environment},
		});
		if (status !== 0) {
			throw new Error(`${line}\nended with ${status}: ${error?.message ?? stderr}`);
		}

		return stdout;
	}

	/** The findings of the first certificate in a file, as `severity rule`, in this role and now. */
	judge(name: string, role: CertificateRole): readonly string[] {
		const [block] = readPem(readFileSync(path.join(this.folder, name))).blocks;
		const read = block && Certificate.read(block.der);
		if (!read?.ok) {
			throw new Error(`${name} holds no certificate that can be read`);
		}

		const findings = judgeCertificate({certificate: read.value, role, at: new Date()});
		return findings.map(({severity, rule}) => `${severity} ${rule}`);
	}
}
