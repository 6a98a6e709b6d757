import type {Citation} from '../finding.ts';

/** Cites the contract between clients and a credential process. */
export function processProvider(facts: readonly string[]): Citation {
	return {
		title: 'AWS SDKs and Tools Reference Guide: Process credential provider',
		url: 'https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html',
		read: '2026-11-22',
		facts,
	};
}
