/** What an operator can set about addresses and sessions, and what the HTTP server needs to be told. */
@NullMarked
package dev.patchbay.adapter.web.settings;

import org.jspecify.annotations.NullMarked;
