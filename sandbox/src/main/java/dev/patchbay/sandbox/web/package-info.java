/** A small HTTP server for stand-ins: exact routes, forms, replies, and the ways an answer can fail to arrive. */
@NullMarked
package dev.patchbay.sandbox.web;

import org.jspecify.annotations.NullMarked;
