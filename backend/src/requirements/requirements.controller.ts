import {
  Body,
  Controller,
  Get,
  Headers,
  Param,
  Post,
  Put,
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentUser, IdPipe, type Principal, SignedIn } from '../common';
import { EtagInterceptor } from '../documents';
import { OwnDocument } from '../ownership';
import { RateLimit } from '../rate-limit';
import { TEXT_BODY, TextUpload, type UploadedSource } from '../sources';
import { ReplaceRequirements, Requirements, UploadedRequirements } from './dto/requirements';
import { RequirementsService } from './requirements.service';

@ApiTags('requirements')
@SignedIn()
@Controller('documents/:id')
export class RequirementsController {
  constructor(private readonly requirements: RequirementsService) {}

  @Post('custom-requirements/upload')
  @OwnDocument()
  @RateLimit('requirement-uploads')
  @TextUpload()
  @ApiOperation({
    operationId: 'uploadRequirements',
    summary: 'Read the formatting rules in a file and have them hold for the document',
    requestBody: TEXT_BODY,
  })
  @ApiCreatedResponse({ standardSchema: UploadedRequirements })
  upload(
    @CurrentUser() user: Principal,
    @Param('id', IdPipe) id: string,
    @UploadedFile() file: UploadedSource | undefined,
  ) {
    return this.requirements.upload(user.userId, id, file);
  }

  @Get('requirements')
  @UseInterceptors(EtagInterceptor)
  @ApiOperation({ operationId: 'getRequirements', summary: 'The rules that hold, with evidence' })
  @ApiOkResponse({ standardSchema: Requirements })
  get(@CurrentUser() user: Principal, @Param('id', IdPipe) id: string) {
    return this.requirements.get(user.userId, id);
  }

  @Put('requirements')
  @OwnDocument()
  @RateLimit('document-writes')
  @UseInterceptors(EtagInterceptor)
  @ApiOperation({
    operationId: 'replaceRequirements',
    summary: 'Confirm and correct the rules, or take them from a profile',
  })
  @ApiHeader({ name: 'If-Match', required: false })
  @ApiOkResponse({ standardSchema: Requirements })
  replace(
    @CurrentUser() user: Principal,
    @Param('id', IdPipe) id: string,
    @Body({ schema: ReplaceRequirements }) body: ReplaceRequirements,
    @Headers('if-match') ifMatch?: string,
  ) {
    return this.requirements.replace(user.userId, id, body, ifMatch);
  }
}
