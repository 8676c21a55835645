import { crc32, deflateRawSync } from 'node:zlib';

/** A member of a zip file to be made. What is not said is as an honest program writes it. */
export interface ZipMember {
  readonly name: string | Buffer;
  readonly content: Buffer | string;
  readonly saysUtf8?: boolean;
  readonly encrypted?: boolean;
  /** More of the flags that it carries. */
  readonly flags?: number;
  /** How it is said to be packed; by deflating unless told otherwise. */
  readonly method?: number;
  /** The size that the archive claims the member unfolds to. */
  readonly claimedSize?: number;
  readonly claimedSum?: number;
  /** The mode that Unix gives it, for a link. */
  readonly mode?: number;
}

/** The bytes of a zip file: honest ones for reading, dishonest ones for refusing. */
export function zipFile(members: readonly ZipMember[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const {
    name,
    content,
    saysUtf8 = true,
    encrypted = false,
    flags: more = 0,
    method = 8,
    claimedSize,
    claimedSum,
    mode = 0,
  } of members) {
    const nameBytes = Buffer.from(name as Buffer);
    const plain = Buffer.from(content as Buffer);
    const packed = deflateRawSync(plain);
    const flags = (saysUtf8 ? 0x800 : 0) | (encrypted ? 1 : 0) | more;
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(flags, 2);
    shared.writeUInt16LE(method, 4);
    shared.writeUInt32LE(claimedSum ?? crc32(plain), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(claimedSize ?? plain.length, 18);
    shared.writeUInt16LE(nameBytes.length, 22);
    bodies.push(Buffer.from([0x50, 0x4b, 3, 4]), shared, nameBytes, packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE((mode << 16) >>> 0, 6);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from([0x50, 0x4b, 1, 2, 20, 3]), shared, tail, nameBytes);
    offset += 30 + nameBytes.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, listed, end]);
}
