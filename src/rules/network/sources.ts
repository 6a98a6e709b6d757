import type {Citation} from '../finding.ts';

const READ = '2026-11-22';

/** Cites where the endpoints of the service are listed. */
export function serviceEndpoints(facts: readonly string[]): Citation {
	return {
		title: 'AWS General Reference: IAM Roles Anywhere endpoints and quotas',
		url: 'https://docs.aws.amazon.com/general/latest/gr/rolesanywhere.html',
		read: READ,
		facts,
	};
}

/** Cites how the AWS CLI and the SDKs reach the network through a proxy. */
export function proxies(facts: readonly string[]): Citation {
	return {
		title: 'AWS CLI User Guide: Using an HTTP proxy',
		url: 'https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-proxy.html',
		read: READ,
		facts,
	};
}

/** Cites what the user guide says of an endpoint within a VPC. */
export function vpcEndpoints(facts: readonly string[]): Citation {
	return {
		title: 'IAM Roles Anywhere User Guide: Interface VPC endpoints',
		url: 'https://docs.aws.amazon.com/rolesanywhere/latest/userguide/vpc-interface-endpoints.html',
		read: READ,
		facts,
	};
}

/** Cites what the user guide says of the encrypted line. */
export function dataProtection(facts: readonly string[]): Citation {
	return {
		title: 'IAM Roles Anywhere User Guide: Data protection',
		url: 'https://docs.aws.amazon.com/rolesanywhere/latest/userguide/data-protection.html',
		read: READ,
		facts,
	};
}

/** Cites the variables that name an endpoint. */
export function endpointVariables(facts: readonly string[]): Citation {
	return {
		title: 'AWS SDKs and Tools Reference Guide: Service-specific endpoints',
		url: 'https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html',
		read: READ,
		facts,
	};
}

/** Cites the variable that names certificate authorities. */
export function authoritiesVariable(facts: readonly string[]): Citation {
	return {
		title: 'AWS SDKs and Tools Reference Guide: General configuration settings, ca_bundle',
		url: 'https://docs.aws.amazon.com/sdkref/latest/guide/feature-gen-config.html',
		read: READ,
		facts,
	};
}

/** Cites what AWS says of the time in signed requests. */
export function signatureTime(facts: readonly string[]): Citation {
	return {
		title: 'IAM User Guide: Troubleshoot AWS API request signing',
		url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html',
		read: READ,
		facts,
	};
}

/** Cites what the user guide says of the official helper and proxies. */
export function helperProxy(facts: readonly string[]): Citation {
	return {
		title: 'IAM Roles Anywhere User Guide: Get temporary security credentials',
		url: 'https://docs.aws.amazon.com/rolesanywhere/latest/userguide/credential-helper.html',
		read: READ,
		facts,
	};
}
