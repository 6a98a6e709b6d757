import type {Citation} from '../finding.ts';

const READ = '2026-11-22';

/** Cites how clients reach credentials at a metadata address, and the variables for it. */
export function metadataVariables(facts: readonly string[]): Citation {
	return {
		title: 'AWS SDKs and Tools Reference Guide: IMDS credential provider',
		url: 'https://docs.aws.amazon.com/sdkref/latest/guide/feature-imds-credentials.html',
		read: READ,
		facts,
	};
}

/** Cites where the two files of a user are, and the variables that name others. */
export function fileLocations(facts: readonly string[]): Citation {
	return {
		title: 'AWS SDKs and Tools Reference Guide: Location of the shared config and credentials files',
		url: 'https://docs.aws.amazon.com/sdkref/latest/guide/file-location.html',
		read: READ,
		facts,
	};
}

/** Cites what the user guide says of the files that the helper reads. */
export {credentialHelper} from '../program/sources.ts';
