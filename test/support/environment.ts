// Nothing of the machine's own AWS set-up may reach a test.
for (const name of Object.keys(process.env)) {
	if (/^(AWS_|ANCHORSMITH_)/.test(name) && name !== 'AWS_CA_BUNDLE') {
		delete process.env[name];
	}
}

process.env['AWS_EC2_METADATA_DISABLED'] = 'true';
