package dev.patchbay.adapter.web.client;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A block of addresses of one family, as CIDR writes them.
 *
 * @param prefix how many leading bits all of them share
 */
record AddressBlock(InetAddress first, int prefix) {
    private static final Pattern CIDR = Pattern.compile("([0-9a-fA-F:.]+)(?:/([0-9]{1,3}))?");

    /** {@code 10.0.0.0/8}, {@code fd00::/8}, or an address alone. Empty for anything else; no name is looked up. */
    static Optional<AddressBlock> parse(String text) {
        Matcher cidr = CIDR.matcher(text);
        if (!cidr.matches()) {
            return Optional.empty();
        }
        String prefix = cidr.group(2);
        return Addresses.parse(cidr.group(1))
                .map(first -> new AddressBlock(first, prefix == null ? bits(first) : Integer.parseInt(prefix)))
                .filter(block -> block.prefix <= bits(block.first));
    }

    private static int bits(InetAddress address) {
        return address.getAddress().length * 8;
    }

    boolean contains(InetAddress address) {
        byte[] mine = first.getAddress();
        byte[] theirs = address.getAddress();
        if (mine.length != theirs.length) {
            return false;
        }
        for (int i = 0; i * 8 < prefix; i++) {
            int mask = prefix - i * 8 >= 8 ? 0xff : 0xff << (8 - (prefix - i * 8));
            if (((mine[i] ^ theirs[i]) & mask & 0xff) != 0) {
                return false;
            }
        }
        return true;
    }
}
