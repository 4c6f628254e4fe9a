/** The shapes that all requests and answers share: the data envelope, bodies, times, ids of requests. */
@NullMarked
package dev.patchbay.adapter.web.message;

import org.jspecify.annotations.NullMarked;
