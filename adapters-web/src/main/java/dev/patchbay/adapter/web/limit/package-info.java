/** How often something may be asked, by whom: token buckets in this process. */
@NullMarked
package dev.patchbay.adapter.web.limit;

import org.jspecify.annotations.NullMarked;
