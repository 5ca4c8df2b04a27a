#ifndef FRAMEWORK_CATALOGUE_DATA_H
#define FRAMEWORK_CATALOGUE_DATA_H

#include <stddef.h>

/// The built-in catalogue of public APIs, in the executable's read-only data: the system maps its pages when they are read.
const unsigned char *framework_catalogue_bytes(void);
size_t framework_catalogue_size(void);

#endif
