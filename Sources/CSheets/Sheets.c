#include "CSheets.h"
