/** Orders certificates by ACME (RFC 8555) with renewal information (RFC 9773), and checks that challenges can be found. */
@NullMarked
package dev.patchbay.adapter.acme;

import org.jspecify.annotations.NullMarked;
