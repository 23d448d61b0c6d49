/** A certificate for this machine alone, and the authority that vouches for it: itself. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

let made: Certificate | undefined;

/** One for all stand-ins of a process. */
export function ownCertificate(): Certificate {
  return (made ??= makeCertificate());
}

function makeCertificate(): Certificate {
  const folder = mkdtempSync(join(tmpdir(), 'instroom-certificate-'));
  try {
    const name = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
    const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', 'key.pem'];
    execFileSync('openssl', ['req', '-x509', '-days', '2', ...key, '-out', 'cert.pem', ...name], {
      cwd: folder,
      stdio: 'ignore',
    });
    const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
    return { cert: read('cert.pem'), key: read('key.pem') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
